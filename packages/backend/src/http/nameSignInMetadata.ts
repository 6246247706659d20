import type { RequestHandler } from 'express';

const AGENT_PATH = /^\/api\/mcp-actions\/v1(?:\/[\w-]+)?\/?$/;

/**
 * Tells agents that are refused where they find out how a person signs in, as
 * RFC 9728 and the MCP authorization specification have it.
 */
export function nameSignInMetadata(baseUrl: string): RequestHandler {
  return (req, res, next) => {
    if (AGENT_PATH.test(req.path)) {
      const metadata = `${baseUrl}/.well-known/oauth-protected-resource${req.path}`;
      const writeHead = res.writeHead;
      res.writeHead = (...options: unknown[]) => {
        if (res.statusCode === 401) {
          res.setHeader(
            'WWW-Authenticate',
            `Bearer resource_metadata="${metadata}"`,
          );
        }
        return Reflect.apply(writeHead, res, options);
      };
    }
    next();
  };
}
