import { EXIT_CODES, toShuuraiError } from '../core/errors.ts';
import { ENGINE_VERSION } from '../core/version.ts';
import { didYouMean } from '../document/didYouMean.ts';
import { badArguments, type Command, parseCommandLine } from './command.ts';
import { print } from './output.ts';

/** Each command is loaded when it is called: `validate` need not wait for onnxruntime. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  validate: async () => (await import('./commands/validate.ts')).validateCommand,
  run: async () => (await import('./commands/run.ts')).runCommand,
  predict: async () => (await import('./commands/predict.ts')).predictCommand,
  eval: async () => (await import('./commands/eval.ts')).evalCommand,
  templates: async () => (await import('./commands/templates.ts')).templatesCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  runs: async () => (await import('./commands/runs.ts')).runsCommand,
  app: async () => (await import('./commands/app.ts')).appCommand,
};

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
  return `shuurai ${ENGINE_VERSION}: design, train and break swarms of transformers

Usage: shuurai COMMAND ...

${lines.join('\n')}

"shuurai COMMAND --help" says more. Exit codes: 0 success, 1 internal error, 2 invalid document or arguments,
3 data cannot be read, 4 diverged, 130 interrupted (checkpoint saved).`;
}

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    print(await overview());
    return name === undefined ? EXIT_CODES['invalid-arguments'] : 0;
  }
  if (name === '--version' || name === '-v') {
    print(ENGINE_VERSION);
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (load === undefined) {
    throw badArguments(
      `There is no command "${name}".${didYouMean(name, Object.keys(COMMANDS))} See "shuurai --help".`,
    );
  }
  const command = await load();
  const { positionals, values } = parseCommandLine(command, rest);
  if (values.help === true) {
    print(`shuurai ${command.name} ${command.usage}\n\n${command.summary}\n\n${command.help}`);
    return 0;
  }
  return command.run(positionals, values);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') process.exit(EXIT_CODES.internal);
  // A reader that closed the pipe (`| head`) is no error of ours; a command that has work to save does so first.
  if (process.listenerCount('SIGTERM') === 0) process.exit(0);
  process.emit('SIGTERM', 'SIGTERM');
});

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (thrown) {
  const error = toShuuraiError(thrown);
  process.stderr.write(`${error.message}\n`);
  if (error.code === 'internal' && error.stack !== undefined) process.stderr.write(`${error.stack}\n`);
  process.exitCode = EXIT_CODES[error.code];
}
// Whatever a library left open must not keep a finished command alive.
process.stdout.write('', () => process.exit());
