import {
  activityInput,
  activityPage,
  addressIdInput,
  askForExportResult,
  eraseInput,
  eraseResult,
  exportIdInput,
  openExportResult,
  privacySchema,
  profileSchema,
  saveAddressInput,
  saveAddressResult,
  savedAddressesSchema,
  saveProfileInput,
} from '@plaza/contracts';
import { z } from 'zod';
import { allOf, fresh, own, signedIn } from '../platform/policy.ts';
import { accountProcedure, router } from '../platform/trpc.ts';
import { removeAddress, setDefaultAddress } from './change-addresses.ts';
import { changeAvatar } from './change-avatar.ts';
import { askForErasure } from './erasure/ask-for-erasure.ts';
import { keepAccount } from './erasure/keep-account.ts';
import { askForExport } from './export/ask-for-export.ts';
import { openExport } from './export/open-export.ts';
import { getPrivacy } from './get-privacy.ts';
import { getProfile } from './get-profile.ts';
import { listActivity } from './list-activity.ts';
import { listAddresses } from './list-addresses.ts';
import { saveAddress } from './save-address.ts';
import { saveProfile } from './save-profile.ts';

/** What somebody tells of themselves, what is held of them, and how it goes. The picture comes over HTTP. */
export const profileRouter = router({
  get: accountProcedure(signedIn)
    .output(profileSchema)
    .query(({ ctx }) => getProfile(ctx.services, ctx.account)),
  save: accountProcedure(signedIn)
    .input(saveProfileInput)
    .output(profileSchema)
    .mutation(({ ctx, input }) => saveProfile(ctx.services, ctx.account, input)),
  removeAvatar: accountProcedure(signedIn)
    .output(z.null())
    .mutation(({ ctx }) => changeAvatar(ctx.services, ctx.account, null)),

  addresses: accountProcedure(signedIn)
    .output(savedAddressesSchema)
    .query(({ ctx }) => listAddresses(ctx.services, ctx.account.id)),
  saveAddress: accountProcedure(allOf(signedIn, own('address')))
    .input(saveAddressInput)
    .output(saveAddressResult)
    .mutation(({ ctx, input }) => saveAddress(ctx.services, ctx.account, input)),
  removeAddress: accountProcedure(allOf(signedIn, own('address')))
    .input(addressIdInput)
    .output(savedAddressesSchema)
    .mutation(({ ctx, input }) => removeAddress(ctx.services, ctx.account, input)),
  setDefaultAddress: accountProcedure(allOf(signedIn, own('address')))
    .input(addressIdInput)
    .output(savedAddressesSchema)
    .mutation(({ ctx, input }) => setDefaultAddress(ctx.services, ctx.account, input)),

  activity: accountProcedure(signedIn)
    .input(activityInput)
    .output(activityPage)
    .query(({ ctx, input }) => listActivity(ctx.services, ctx.account, input)),

  privacy: accountProcedure(signedIn)
    .output(privacySchema)
    .query(({ ctx }) => getPrivacy(ctx.services, ctx.account)),
  askForExport: accountProcedure(fresh)
    .output(askForExportResult)
    .mutation(({ ctx }) => askForExport(ctx.services, ctx.account)),
  openExport: accountProcedure(allOf(fresh, own('export')))
    .input(exportIdInput)
    .output(openExportResult)
    .mutation(({ ctx, input }) => openExport(ctx.services, ctx.account, input)),
  erase: accountProcedure(fresh)
    .input(eraseInput)
    .output(eraseResult)
    .mutation(({ ctx, input }) => askForErasure(ctx, input)),
  /** Undoes `erase` until it is carried out. */
  keep: accountProcedure(signedIn)
    .output(z.object({ isKept: z.boolean() }))
    .mutation(async ({ ctx }) => ({ isKept: await keepAccount(ctx.services, ctx.account) })),
});
