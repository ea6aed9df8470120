export type SignInData = null;
export { loadForm as loadSignIn } from '../../form/load-form.ts';
