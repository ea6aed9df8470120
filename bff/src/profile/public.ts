export { erasureAskedMail } from './erasure/erasure-asked.mail.ts';
export { exportReadyMail } from './export/export-ready.mail.ts';
export { serveExports } from './export/exports.http.ts';
export { EXPORTS_PATH } from './export/open-export.ts';
export { profileJobs } from './profile-jobs.ts';
export { takeAvatar } from './upload-avatar.http.ts';
