export { connectionChanged } from './connection-changed.mail.ts';
export { removeExpiredAttempts } from './remove-expired-attempts.ts';
export { serveSocialLogin } from './social.http.ts';
export { socialCode } from './social-code.mail.ts';
export { socialLoginRouter } from './social-login.router.ts';
