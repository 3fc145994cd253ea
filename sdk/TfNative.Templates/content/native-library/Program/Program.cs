using System.Runtime.InteropServices;

Console.WriteLine($"The answer is {mylibrary_answer()}.");

[DllImport("mylibrary")]
static extern int mylibrary_answer();
