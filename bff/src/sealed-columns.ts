import { signingKeyTable } from './identity/access-tokens/access-token.table.ts';
import { accountTable, sessionTable } from './identity/account.table.ts';
import { factorTable } from './identity/factors/factor.table.ts';
import { socialAttemptTable, socialIdentityTable } from './identity/social/social.table.ts';
import { securityAlertTable, signInEventTable } from './identity/watch/watch.table.ts';
import { type SealedColumn, sealedColumn } from './platform/sealed-column.ts';
import { dataExportPartTable, profileTable, savedAddressTable } from './profile/profile.table.ts';
import { sellerInvitationTable } from './seller/team/team.table.ts';

/** Every column of sealed texts and what they are sealed as. What is missing here keeps its old key. */
export const sealedColumns: readonly SealedColumn[] = [
  sealedColumn(accountTable.email, 'account.email'),
  sealedColumn(sessionTable.address, 'session.address'),
  sealedColumn(signingKeyTable.privateKey, 'signing_key.private'),
  sealedColumn(sellerInvitationTable.email, 'seller_invitation.email'),
  sealedColumn(factorTable.secret, 'factor.secret'),
  sealedColumn(socialIdentityTable.email, 'social_identity.email'),
  sealedColumn(socialAttemptTable.profile, 'social_attempt.profile'),
  sealedColumn(signInEventTable.address, 'sign_in_event.address'),
  sealedColumn(securityAlertTable.network, 'security_alert.network'),
  sealedColumn(profileTable.fullName, 'profile.full_name'),
  sealedColumn(profileTable.phone, 'profile.phone'),
  sealedColumn(profileTable.socialLinks, 'profile.social_links'),
  sealedColumn(savedAddressTable.fields, 'address.fields'),
  sealedColumn(dataExportPartTable.body, 'export.part'),
];
