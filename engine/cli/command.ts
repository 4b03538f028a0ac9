import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { ShuuraiError } from '../core/errors.ts';
import { didYouMean } from '../document/didYouMean.ts';

/** The options of one command, as `node:util` parses them. */
export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** One command of `shuurai`. Adding one: a file in ./commands and a line in ./main.ts. */
export interface Command {
  readonly name: string;
  /** What stands after the name, e.g. "FILE [--json]". */
  readonly usage: string;
  /** One line for the overview. */
  readonly summary: string;
  /** The rest of the help: options, examples. */
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  /** Fewest and most positional arguments. */
  readonly positionals: readonly [number, number];
  /** Resolves to the exit code; a ShuuraiError becomes its code and message. */
  run(positionals: readonly string[], values: Values): Promise<number>;
}

export const badArguments = (message: string): ShuuraiError => new ShuuraiError('invalid-arguments', message);

/** What `parseArgs` found, in one sentence. */
function parseProblem(thrown: unknown): string {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  const option = /^(?:Unknown option|Option) '(?:-\w, )?(--?[\w-]+)/.exec(reason)?.[1];
  if (option === undefined) return reason;
  if (reason.includes('argument is ambiguous'))
    return `${option} needs a value after it; one that begins with a dash is written ${option}=-VALUE.`;
  if (reason.includes('argument missing')) return `${option} needs a value after it.`;
  if (reason.includes('does not take an argument')) return `${option} takes no value.`;
  return `There is no option ${option}; options are written with two dashes, and -h is the help.`;
}

/** Arguments checked against the command; every refusal says what would be right. */
export function parseCommandLine(
  command: Command,
  args: readonly string[],
): { positionals: string[]; values: Values } {
  const known = [...Object.keys(command.options), 'help'];
  for (const arg of args) {
    if (arg === '--') break;
    if (!arg.startsWith('--')) continue;
    const name = arg.slice(2).split('=')[0] ?? '';
    if (!known.includes(name)) {
      throw badArguments(`"shuurai ${command.name}" has no option --${name}.${didYouMean(name, known)}`);
    }
  }
  let parsed: { positionals: string[]; values: Values };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...command.options, help: { type: 'boolean', short: 'h' } },
    });
  } catch (thrown) {
    throw badArguments(`${parseProblem(thrown)} See "shuurai ${command.name} --help".`);
  }
  if (parsed.values.help === true) return parsed;
  const [least, most] = command.positionals;
  const count = parsed.positionals.length;
  if (count < least || count > most) {
    const problem =
      count < least ? 'needs more arguments' : `does not know what to do with "${parsed.positionals[most]}"`;
    throw badArguments(
      `"shuurai ${command.name}" ${problem}. Usage: shuurai ${command.name} ${command.usage}`,
    );
  }
  return parsed;
}

export function text(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

export function list(values: Values, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A whole number of at least `least`; undefined where the option is absent. */
export function wholeNumber(values: Values, name: string, least: number, most: number): number | undefined {
  const given = text(values, name);
  if (given === undefined) return undefined;
  const number = Number(given);
  if (!/^\d+$/.test(given) || number < least || number > most) {
    throw badArguments(`--${name} takes a whole number from ${least} to ${most}, but got "${given}".`);
  }
  return number;
}
