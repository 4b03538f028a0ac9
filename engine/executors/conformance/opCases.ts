import { elementwiseCases } from './elementwiseCases.ts';
import { layoutCases } from './layoutCases.ts';
import { matmulCases } from './matmulCases.ts';
import type { OpCase } from './opCase.ts';
import { rowCases } from './rowCases.ts';
import { rowNumberCases } from './rowNumberCases.ts';

/** Every operation of the IR, on many shapes and types. */
export function opCases(): OpCase[] {
  return [...elementwiseCases(), ...matmulCases(), ...rowCases(), ...rowNumberCases(), ...layoutCases()];
}
