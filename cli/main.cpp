// The command.
int main() { return 0; }
