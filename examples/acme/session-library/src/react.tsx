import {
  createContext,
  useContext,
  useEffect,
  useState,
  type ReactNode,
} from 'react';
import { decodeToken } from './decodeToken.ts';
import { SignedOutError, type SessionClient } from './SessionClient.ts';

export type SessionState =
  | { status: 'loading' }
  | { status: 'signed-out' }
  | { status: 'signed-in'; userId: string }
  | { status: 'error'; error: Error };

interface SessionContextValue {
  client: SessionClient;
  state: SessionState;
}

const SessionContext = createContext<SessionContextValue | undefined>(
  undefined,
);

export interface SessionProviderProps {
  client: SessionClient;
  /** The service whose token tells who is signed in. */
  audience: string;
  children: ReactNode;
}

/** Finds out who is signed in and hands it to the components below. */
export function SessionProvider(props: SessionProviderProps) {
  const { client, audience, children } = props;
  const [state, setState] = useState<SessionState>({ status: 'loading' });

  useEffect(() => {
    let isCurrent = true;
    const update = (next: SessionState) => isCurrent && setState(next);
    client.getToken(audience).then(
      token => update({ status: 'signed-in', userId: decodeToken(token).sub }),
      (error: Error) =>
        update(
          error instanceof SignedOutError
            ? { status: 'signed-out' }
            : { status: 'error', error },
        ),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, audience]);

  return (
    <SessionContext.Provider value={{ client, state }}>
      {children}
    </SessionContext.Provider>
  );
}

export function useSession(): SessionContextValue {
  const value = useContext(SessionContext);
  if (!value) {
    throw new Error('useSession needs a SessionProvider above it');
  }
  return value;
}
