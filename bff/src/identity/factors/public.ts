export { listSecondFactors } from './factor.repository.ts';
export { factorChangedMail } from './factor-notices.ts';
export { deleteDevices, isDeviceRemembered } from './remembered-device.repository.ts';
export { removeExpiredProofs } from './remove-expired-proofs.ts';
