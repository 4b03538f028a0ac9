import { alignBottom } from './alignBottom.ts';
import { alignCentre } from './alignCentre.ts';
import { alignLeft } from './alignLeft.ts';
import { alignMiddle } from './alignMiddle.ts';
import { alignRight } from './alignRight.ts';
import { alignTop } from './alignTop.ts';
import { distributeHorizontally } from './distributeHorizontally.ts';
import { distributeVertically } from './distributeVertically.ts';

/** What puts several selected things in line, in the order of menus and of the inspector. */
export const PLACING = [
  alignLeft,
  alignCentre,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeHorizontally,
  distributeVertically,
] as const;
