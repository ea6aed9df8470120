import type { SellerPermission } from '@plaza/contracts';

/** What differs between two sets of rights. */
const differing = (a: readonly SellerPermission[], b: readonly SellerPermission[]): SellerPermission[] => [
  ...a.filter((permission) => !b.includes(permission)),
  ...b.filter((permission) => !a.includes(permission)),
];

/**
 * Whether somebody who has `own` rights may turn another one's rights from `before` into `after`: nobody gives or takes
 * a right that they do not have. To add somebody is to begin with none, to remove them is to end with none.
 */
export const mayChange = (
  own: readonly SellerPermission[],
  before: readonly SellerPermission[],
  after: readonly SellerPermission[],
): boolean => differing(before, after).every((permission) => own.includes(permission));

export const NOT_YOURS = {
  ok: false,
  code: 'permission_not_yours',
  message: 'You can give and take only what you may do yourself.',
} as const;

/** What the use cases of a team know of whoever asks. */
export interface TeamActor {
  accountId: string;
  sellerId: string;
  sellerName: string;
  permissions: readonly SellerPermission[];
}
