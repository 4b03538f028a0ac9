/** A function that gives its last result again while its inputs are the same. */
export function rememberLast<Inputs extends readonly unknown[], T>(
  make: (...inputs: Inputs) => T,
): (...inputs: Inputs) => T {
  let last: { readonly inputs: Inputs; readonly result: T } | null = null;
  return (...inputs) => {
    if (last === null || !inputs.every((input, at) => Object.is(input, last?.inputs[at])))
      last = { inputs, result: make(...inputs) };
    return last.result;
  };
}
