//! `huxue COMMAND …` as whoever runs the server types it: the program itself, as a process.

mod demo;
mod documents;
mod set_up;
mod settings;
