import { createHmac } from 'node:crypto';
import { scramVerifier } from './scramVerifier';

it('makes what RFC 7677 has for the password "pencil"', async () => {
  // Its example: i=4096, s=W22ZaJ0SNY7soEsUEjb6gQ==, and the server's signature
  // 6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4= of the message below.
  const verifier = await scramVerifier(
    'pencil',
    Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64'),
  );
  const serverKey = verifier.slice(verifier.lastIndexOf(':') + 1);
  expect(verifier).toMatch(
    /^SCRAM-SHA-256\$4096:W22ZaJ0SNY7soEsUEjb6gQ==\$[^:]{44}:[^:]{44}$/,
  );
  const message =
    'n=user,r=rOprNGfwEbeRWgbNEkqO,' +
    'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,' +
    'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0';
  const signature = createHmac('sha256', Buffer.from(serverKey, 'base64'))
    .update(message)
    .digest('base64');
  expect(signature).toBe('6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=');
});
