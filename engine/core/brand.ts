/** Types that carry meaning: ids and units that cannot be mistaken for each other. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type NodeId = Brand<string, 'NodeId'>;
export type LinkId = Brand<string, 'LinkId'>;
export type GroupId = Brand<string, 'GroupId'>;
export type CommentId = Brand<string, 'CommentId'>;
export type RunId = Brand<string, 'RunId'>;
/** One fish. A node with `count` 1 lends its id; fish k (from 1) of a school of several is `node:k`. */
export type FishId = Brand<string, 'FishId'>;

/** Rounds count from 1; 0 means "before the first". */
export type Round = Brand<number, 'Round'>;
