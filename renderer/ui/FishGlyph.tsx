interface FishGlyphProps {
  readonly width?: number;
  readonly className?: string;
}

/** Our fish, in the current colour; the eye shows what lies behind it. */
export function FishGlyph({ width = 18, className }: FishGlyphProps) {
  return (
    <svg
      className={className}
      width={width}
      height={(width * 14) / 24}
      viewBox="0 0 24 14"
      fill="currentColor"
      aria-hidden="true"
      focusable="false"
    >
      {/* One path: the eye is a hole. */}
      <path
        fillRule="evenodd"
        d="M1 7C5 1 12 .5 17 5.4L22.6 1.6c.5 3.6.5 7.2 0 10.8L17 8.6C12 13.5 5 13 1 7ZM7.3 5.8a1.1 1.1 0 1 0-2.2 0a1.1 1.1 0 1 0 2.2 0Z"
      />
    </svg>
  );
}
