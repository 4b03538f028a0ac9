import { FishGlyph } from '../ui/FishGlyph.tsx';

/** The small school and the name. */
export function Brand() {
  return (
    <h1 className="brand">
      <span className="brand-fish" aria-hidden="true">
        <FishGlyph width={15} />
        <FishGlyph width={16} />
        <FishGlyph width={12} />
      </span>
      <span>Shuurai</span>
    </h1>
  );
}
