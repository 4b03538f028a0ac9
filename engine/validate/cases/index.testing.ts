import { boundaryCases } from './boundary.testing.ts';
import { linkCases } from './links.testing.ts';
import { paramCases } from './params.testing.ts';
import type { Case } from './swarm.testing.ts';
import { wholeCases } from './whole.testing.ts';

/** For every code at least one document that has it. */
export const CASES: readonly Case[] = [...linkCases, ...paramCases, ...boundaryCases, ...wholeCases];
