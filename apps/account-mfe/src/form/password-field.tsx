import { IconButton } from '@plaza/ui/icon-button';
import { TextField, type TextFieldProps } from '@plaza/ui/text-field';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { messages } from '../messages.ts';

/** A password that can be made visible, for those who type it on a small keyboard. */
export function PasswordField(props: TextFieldProps) {
  const [visible, setVisible] = useState(false);
  const Icon = visible ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      type={visible ? 'text' : 'password'}
      autoCapitalize="off"
      autoCorrect="off"
      spellCheck={false}
      trailing={
        <IconButton
          size="sm"
          label={messages.fields.showPassword}
          aria-pressed={visible}
          onClick={() => setVisible(!visible)}
          className="-me-2"
        >
          <Icon size={18} aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
