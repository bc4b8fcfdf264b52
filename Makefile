# The task runner. Every target installs what it lacks (packages/debian.txt), so each works on a fresh clone.
# `make demo` builds the tool and draws the sample; `make check` runs every test that needs no office program.
SHELL := /bin/bash
BUILD := build/release
# ON turns warnings into errors, as CI does.
WERROR ?= OFF
JOBS ?= $(shell nproc)

.PHONY: all demo check check-clang check-headers check-house check-rendered judge check-asan try-on format format-check tidy bench bench-scale pictures clean
all: demo

# One build folder serves all targets; only check needs GoogleTest, so the program's first build leaves the tests out.
.PHONY: program
program:
	tools/install-packages build
	cmake --preset release -DDRAWPLATE_WERROR=$(WERROR) $(if $(wildcard $(BUILD)/CMakeCache.txt),,-DDRAWPLATE_TESTS=OFF)
	cmake --build --preset release --target drawplate -j $(JOBS)

demo: program
	mkdir -p out
	$(BUILD)/drawplate samples/hybrid-cache.yaml -o out/hybrid-cache.pdf -o out/hybrid-cache.pptx
	@echo "wrote out/hybrid-cache.pdf and out/hybrid-cache.pptx"

check:
	tools/install-packages check
	cmake --preset release -DDRAWPLATE_WERROR=$(WERROR) -DDRAWPLATE_REQUIRE_ICON_PACK=$(WERROR) -DDRAWPLATE_TESTS=ON
	cmake --build --preset release -j $(JOBS)
	ctest --preset release -j $(JOBS) --no-tests=error

# A second compiler over the libraries and the core of the tests; what it refuses, the next release of the first may refuse too.
check-clang:
	tools/install-packages check-clang
	cmake --preset clang -DDRAWPLATE_WERROR=$(WERROR)
	cmake --build --preset clang -j $(JOBS)
	ctest --preset clang -j $(JOBS) --no-tests=error

# Each file includes what it uses, each header compiles alone.
check-headers: program
	tools/install-packages check-clang
	tools/check-includes
	tools/check-headers --build $(BUILD) --jobs $(JOBS)

# The floor plan of ARCHITECTURE.md: who includes whom, how long files are.
check-house:
	tools/check-house

# The same on a bare system of another release: make try-on SUITE=trixie
SUITE ?= trixie
try-on:
	tools/install-packages try-on
	tools/try-on $(SUITE) demo check

# PDF beside PPTX as LibreOffice draws it: the same words at the same places. Then: flows read in order by their places.
# Lines from right to left are written as they are seen; tests/pdf/extraction_test.cpp reads them.
FLOWS := $(filter-out samples/triage.yaml samples/hybrid-cache.ar.yaml samples/scripts.yaml,$(wildcard samples/*.yaml))
RENDERED := $(wildcard samples/*.yaml)
DECKS := $(wildcard samples/*.md)
check-rendered: program
	tools/install-packages check-rendered
	python3 tests/rendered/compare.py --drawplate $(BUILD)/drawplate --jobs $(JOBS) $(RENDERED)
	python3 tests/rendered/compare_decks.py --drawplate $(BUILD)/drawplate $(DECKS)
	python3 tests/rendered/master_font.py --drawplate $(BUILD)/drawplate samples/talk.md
	python3 tests/rendered/images.py --drawplate $(BUILD)/drawplate
	python3 tests/rendered/reading_order.py --drawplate $(BUILD)/drawplate $(FLOWS)

# Outside checkers over every sample, page and theme; DRAWPLATE_JUDGES names their folder.
judge: program
	tools/install-packages judge
	tools/judge --drawplate $(BUILD)/drawplate --jobs $(JOBS) samples/*.yaml samples/*.md

# The tests again with address and undefined-behaviour sanitizers.
check-asan:
	tools/install-packages check
	cmake --preset asan
	cmake --build --preset asan -j $(JOBS)
	ctest --preset asan -j $(JOBS) --no-tests=error

format:
	tools/install-packages format
	git ls-files '*.cpp' '*.h' | xargs clang-format -i

format-check:
	tools/install-packages format
	git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run --Werror

tidy:
	tools/install-packages check tidy
	cmake --preset debug
	cmake --build --preset debug -j $(JOBS)
	git ls-files 'base/*.cpp' 'cli/*.cpp' 'deck/*.cpp' 'fonts/*.cpp' 'icons/*.cpp' 'layout/*.cpp' 'pdf/*.cpp' 'pptx/*.cpp' | xargs -P $(JOBS) -n 8 clang-tidy --quiet -p build/debug

bench:
	tools/install-packages bench
	cmake --preset release -DDRAWPLATE_WERROR=$(WERROR) -DDRAWPLATE_BENCH=ON
	cmake --build --preset release --target drawplate drawplate_floor drawplate_layout_corpus drawplate_text_speed -j $(JOBS)
	python3 bench/run.py --build $(BUILD)
	python3 bench/slides.py --build $(BUILD)
	$(BUILD)/drawplate_text_speed

# Growing graphs beside Graphviz dot.
bench-scale:
	tools/install-packages bench-scale
	cmake --preset release -DDRAWPLATE_WERROR=$(WERROR) -DDRAWPLATE_BENCH=ON
	cmake --build --preset release --target drawplate drawplate_layout_corpus -j $(JOBS)
	python3 bench/scale.py --build $(BUILD)

# The pictures of the documents, drawn by the tool itself.
pictures: program
	tools/install-packages check-rendered
	tools/draw-pictures $(BUILD)/drawplate

clean:
	rm -rf build out
