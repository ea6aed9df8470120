export * from './catalogue-version.ts';
export * from './clickstream.ts';
export * from './sales.ts';
