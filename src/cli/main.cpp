// Command line -> library calls.
int main() { return 0; }
