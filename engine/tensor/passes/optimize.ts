import type { Program } from '../ir.ts';
import { foldConstants } from './foldConstants.ts';
import { removeDeadCode } from './removeDeadCode.ts';
import { shareCommonSubexpressions } from './shareCommonSubexpressions.ts';
import { simplify } from './simplify.ts';

/** More rounds than any program has needed; a guard against two rules that undo each other. */
const MOST_ROUNDS = 40;

/** All passes, again and again until none changes anything. Inputs, outputs and updates stay as they are. */
export function optimize(program: Program): Program {
  let current = program;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = removeDeadCode(shareCommonSubexpressions(foldConstants(simplify(current))));
    if (next === current) break;
    current = next;
  }
  return current;
}
