import { Failure, printFailure } from './report.ts';

const USAGE = `Commands: start, dev, test, token, cost:import

  npm start                     the portal with everything around it
  npm run dev                   the same with hot reload
  npm test                      all checks and tests, or those named: npm test -- unit
  npm run --silent token NAME   a token of a persona, for curl and agents
  npm run cost:import -- FILE --source NAME   brings in a bill, and prints its report`;

async function main([command, ...args]: string[]): Promise<number> {
  switch (command) {
    case 'start':
    case 'dev': {
      const { startCommand } = await import('./commands/start.ts');
      return startCommand(args, { isDevelopment: command === 'dev' });
    }
    case 'token': {
      const { tokenCommand } = await import('./commands/token.ts');
      return tokenCommand(args);
    }
    case 'cost:import': {
      const { costImportCommand } = await import('./commands/costImport.ts');
      return costImportCommand(args);
    }
    case 'test': {
      const { testCommand } = await import('./commands/test.ts');
      return testCommand(args);
    }
    default:
      throw new Failure(
        command ? `Unknown command '${command}'` : 'Which command?',
        { hint: USAGE },
      );
  }
}

// A reader that has gone, such as `head` or a closed terminal, is no error.
process.stdout.on('error', () => {});
process.stderr.on('error', () => {});

main(process.argv.slice(2)).then(
  exitCode => process.exit(exitCode),
  error => {
    printFailure(error);
    process.exit(1);
  },
);
