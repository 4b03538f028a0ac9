/** Version of the engine, recorded with every run; the same as in package.json (tested). */
export const ENGINE_VERSION = '0.1.0';
