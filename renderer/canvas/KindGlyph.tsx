import { kindShape } from '#engine/exchange/kindShape.ts';
import { kindOf } from '#engine/nodes/registry.ts';
import { FishGlyph } from '../ui/FishGlyph.tsx';
import { kindColour } from './ports.ts';
import './kindGlyph.css';

/** What a kind looks like at a glance, in its colour. */
export function KindGlyph({ kind, width = 18 }: { kind: string; width?: number }) {
  const family = kindOf(kind)?.family;
  return (
    <span className="kind-glyph" style={{ color: kindColour(kind), width }}>
      {family === 'fish' ? (
        <FishGlyph width={width} />
      ) : (
        <svg
          width={width}
          height={(width * 12) / 18}
          viewBox="0 0 18 12"
          fill="currentColor"
          aria-hidden="true"
        >
          <path fillRule="evenodd" d={kindShape(kind)} />
        </svg>
      )}
    </span>
  );
}
