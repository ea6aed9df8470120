/** Where `npm run serve` tells of its builds, by server-sent events of these names. Apart from the schema, for browsers that do without zod. */
export const LOCAL_BUILD_EVENTS = '/events';
export const BUILT = 'built';
export const NOT_BUILT = 'not-built';
