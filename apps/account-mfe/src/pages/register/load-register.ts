export type { FormData as RegisterData } from '../../form/load-form.ts';
export { loadForm as loadRegister } from '../../form/load-form.ts';
