import type { Page } from 'playwright-core';

/** A device of this browser's: it verifies its person by itself and keeps discoverable keys. */
export async function addDevice(page: Page, transport: 'internal' | 'usb'): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
