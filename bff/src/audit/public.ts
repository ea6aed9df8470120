export { type AuditInput, appendAudit } from './append-audit.ts';
