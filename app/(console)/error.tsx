"use client";

export { Failed as default } from "../_components/failed";
