namespace GovDocFlow.Storage;

/// <summary>Another host wrote the same thing in the same moment; run the act again and it will find it there.</summary>
public sealed class RaceException(string what, Exception? innerException = null)
    : Exception($"Another host stored {what} first; the act can be run again.", innerException);
