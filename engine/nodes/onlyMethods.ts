/** For `FieldSpec.visible`: the field acts with these methods of its node alone. */
export const onlyMethods =
  <Method extends string>(...methods: readonly Method[]) =>
  ({ method }: Readonly<Record<string, unknown>>): boolean =>
    methods.some((name) => name === method);
