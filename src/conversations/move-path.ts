/** Where her answer goes; a file of its own, for the page need not carry it (contract.ts). */
export const MOVE = "/contact/api/move";
