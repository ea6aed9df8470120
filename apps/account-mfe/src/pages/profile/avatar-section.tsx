import type { Profile } from '@plaza/contracts';
import { useHost } from '@plaza/federation/host';
import { Button } from '@plaza/ui/button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Avatar } from '../../profile/avatar.tsx';
import { profileMessages } from '../../profile/messages.ts';
import { Problem } from '../../profile/problem.tsx';
import { Section } from '../../profile/section.tsx';
import { uploadAvatar } from './upload-avatar.ts';

const texts = profileMessages.profile;

/** The picture, to be chosen, changed and removed; each at once. */
export function AvatarSection({ profile }: { profile: Profile }) {
  const { client, api, notify } = useHost();
  const queries = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState(profile.avatarUrl);
  const settle = (next: string | null, text: string) => {
    setUrl(next);
    notify({ tone: 'success', text });
    void queries.invalidateQueries({ queryKey: api.identity.me.queryKey() });
  };
  const upload = useMutation({
    networkMode: 'always',
    mutationFn: uploadAvatar,
    onSuccess: (next) => settle(next, texts.pictureSaved),
  });
  const remove = useMutation({
    networkMode: 'always',
    mutationFn: () => client.profile.removeAvatar.mutate(),
    onSuccess: () => settle(null, texts.pictureRemoved),
  });
  return (
    <Section title={texts.picture} text={texts.pictureHint}>
      <div className="flex flex-wrap items-center gap-5">
        <Avatar url={url} name={profile.displayName} className="size-24 text-3xl" />
        <div className="flex flex-wrap gap-3">
          <input
            ref={input}
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif"
            aria-label={texts.choose}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              event.target.value = '';
              if (file) upload.mutate(file);
            }}
          />
          <Button
            variant="secondary"
            busy={upload.isPending}
            busyLabel={texts.uploading}
            onClick={() => input.current?.click()}
          >
            {url ? texts.change : texts.choose}
          </Button>
          {url && (
            <Button
              variant="quiet"
              busy={remove.isPending}
              busyLabel={texts.removing}
              onClick={() => remove.mutate()}
            >
              {texts.remove}
            </Button>
          )}
        </div>
      </div>
      <Problem error={remove.error} text={upload.error?.message} />
    </Section>
  );
}
