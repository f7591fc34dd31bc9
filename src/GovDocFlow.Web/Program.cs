using GovDocFlow.Web.Commands;

return await CommandLine.RunAsync(args);
