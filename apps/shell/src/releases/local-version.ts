const LOCAL_VERSION = /^localhost:[1-9]\d{1,4}$/;

/**
 * Whether a version is none that was released, but the place of a build on the machine of whoever looks at it:
 * `localhost:5190`. Only that machine itself: what a link to another would bring is not what its author can vouch for.
 */
export const isLocalVersion = (version: string): boolean => LOCAL_VERSION.test(version);

/** Where the browser finds that build. */
export const localOrigin = (version: string): string => `http://${version}`;
