export type { FormData as SignInData } from '../../form/load-form.ts';
export { loadForm as loadSignIn } from '../../form/load-form.ts';
