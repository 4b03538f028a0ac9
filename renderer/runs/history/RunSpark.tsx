const WIDTH = 76;
const HEIGHT = 18;

/** The way of a run's accuracy (of a language model: its perplexity), small. */
export function RunSpark({ values }: { readonly values: readonly number[] }) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const points = values.map((value, at) => {
    const x = (at / (values.length - 1)) * (WIDTH - 2) + 1;
    const y = HEIGHT - 2 - (high === low ? 0.5 : (value - low) / (high - low)) * (HEIGHT - 4);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  });
  return (
    <svg className="run-spark" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={`M${points.join('L')}`} />
    </svg>
  );
}
