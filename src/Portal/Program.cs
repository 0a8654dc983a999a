using Portal.Commands;

return await CommandLine.RunAsync(args, Terminal.OfProcess);
