import { zodResolver } from '@hookform/resolvers/zod';
import { newShopSchema } from '@plaza/contracts';
import { toApiError, useHost } from '@plaza/federation/host';
import type { PageProps } from '@plaza/federation/remote';
import { paths } from '@plaza/navigation';
import { Notice } from '@plaza/ui/notice';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { FormFrame } from '../../form/form-frame.tsx';
import { SubmitButton } from '../../form/submit-button.tsx';
import { messages } from '../../messages.ts';
import { recoveryMessages } from '../../recovery/messages.ts';
import { ShopFields } from '../../recovery/shop-fields.tsx';
import { VerifyNotice } from '../../slots/verify-notice/verify-notice.tsx';
import type { OpenShopData } from './load-open-shop.ts';

const seller = recoveryMessages.seller;

/** For somebody who has bought until now and wants to sell too. */
export function OpenShopPage({ data }: PageProps<OpenShopData>) {
  const { api } = useHost();
  const form = useForm({ resolver: zodResolver(newShopSchema), defaultValues: { name: '' } });
  const { errors } = form.formState;
  const open = useMutation(
    api.seller.open.mutationOptions({
      networkMode: 'always',
      // A fresh document: the menu knows of the shop.
      onSuccess: () => location.assign(paths.sellerListings()),
    }),
  );
  return (
    <FormFrame title={recoveryMessages.openShop.title} text={recoveryMessages.openShop.text} footer={null}>
      {!data.isEmailVerified ? (
        <VerifyNotice />
      ) : (
        <form
          method="post"
          noValidate
          onSubmit={form.handleSubmit((shop) => open.mutate(shop))}
          className="flex flex-col gap-5"
        >
          {open.isError && (
            <Notice tone="danger">{toApiError(open.error)?.message ?? messages.unreachable}</Notice>
          )}
          <ShopFields
            name={{ error: errors.name?.message, ...form.register('name') }}
            country={{ error: errors.country && seller.countryPlaceholder, ...form.register('country') }}
          />
          <SubmitButton busy={open.isPending || open.isSuccess} busyLabel={seller.busy}>
            {seller.submit}
          </SubmitButton>
        </form>
      )}
    </FormFrame>
  );
}
