/**
 * Files from elsewhere: a tree on an FTP, FTPS or SFTP server or on this machine read the same way, and the landing
 * area that keeps what was taken.
 */
@NullMarked
package org.atelier.transfer;

import org.jspecify.annotations.NullMarked;
