using Portal;

return await CommandLine.RunAsync(args);
