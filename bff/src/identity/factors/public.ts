export { isDeviceRemembered, listSecondFactors } from './factor.repository.ts';
