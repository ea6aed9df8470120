export { findFreePort } from './free-port.ts';
export { guardChild } from './guard.ts';
export { waitUntil } from './process-identity.ts';
