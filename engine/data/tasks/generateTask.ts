import type { BuiltinTask } from '../types.ts';
import type { GeneratedTask } from './generated.ts';
import { bracketsTask, modularAdditionTask, recallTask } from './puzzles.ts';
import { sentimentTask } from './sentiment.ts';
import { tinyLanguageTask } from './tinyLanguage.ts';
import { topicsTask } from './topics.ts';

const TASKS: Readonly<Record<BuiltinTask, (examples: number, seed: number) => GeneratedTask>> = {
  sentiment: sentimentTask,
  topics: topicsTask,
  'modular-addition': modularAdditionTask,
  brackets: bracketsTask,
  recall: recallTask,
  'tiny-language': tinyLanguageTask,
};

/** The examples of a built-in task: the same for the same seed; more examples continue the same list. */
export function generateTask(task: BuiltinTask, examples: number, seed: number): GeneratedTask {
  return TASKS[task](examples, seed);
}
