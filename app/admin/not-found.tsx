export { default } from "../returns/not-found";
