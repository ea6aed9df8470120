export { createVisitor } from './visitor.ts';
