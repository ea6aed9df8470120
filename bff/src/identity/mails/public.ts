import { accountExistsMail, confirmAddressMail, resetPasswordMail, verifyAddressMail } from './link.mails.ts';
import {
  addressGoneMail,
  addressNewMail,
  codeMail,
  erasedMail,
  newDeviceMail,
  passwordChangedMail,
  suspendedMail,
} from './notice.mails.ts';

export { erasedMail } from './notice.mails.ts';

/** Every mail about an account. */
export const identityMails = [
  verifyAddressMail,
  accountExistsMail,
  resetPasswordMail,
  passwordChangedMail,
  confirmAddressMail,
  addressGoneMail,
  addressNewMail,
  newDeviceMail,
  codeMail,
  suspendedMail,
  erasedMail,
];
