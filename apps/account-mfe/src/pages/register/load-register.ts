export type RegisterData = null;
export { loadForm as loadRegister } from '../../form/load-form.ts';
