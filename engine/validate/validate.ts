import type { SwarmDocument } from '../document/schema.ts';
import { checkBoundary } from './checkBoundary.ts';
import { checkLinks } from './checkLinks.ts';
import { checkNodes } from './checkNodes.ts';
import { checkSettings } from './checkSettings.ts';
import { checkSwarm } from './checkSwarm.ts';
import type { Diagnostic } from './diagnostic.ts';
import { indexDocument } from './documentIndex.ts';

/**
 * Everything that is wrong with a document, errors first. Pure: the same document gives the same list, on the canvas,
 * the command line and in the engine. A document without errors can be lowered and run.
 */
export function validate(document: SwarmDocument): readonly Diagnostic[] {
  const index = indexDocument(document);
  const problems = [
    ...checkSwarm(index),
    ...checkNodes(index),
    ...checkLinks(index),
    ...checkBoundary(index),
    ...checkSettings(index),
  ];
  const isError = ({ severity }: Diagnostic) => severity === 'error';
  return [...problems.filter(isError), ...problems.filter((problem) => !isError(problem))];
}
